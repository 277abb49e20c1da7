package io.emporium.inventory.stock.web;

import io.emporium.inventory.stock.Receipt;
import io.emporium.inventory.stock.ReceiveStock;
import io.emporium.inventory.stock.StockItems;
import io.emporium.inventory.stock.StockKey;
import io.emporium.inventory.warehouse.FindWarehouse;
import io.emporium.inventory.warehouse.Warehouse;
import io.emporium.kit.security.Caller;
import io.emporium.kit.store.AggregateStore;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(ReceiptController.PATH)
class ReceiptController {

  static final String PATH = "/api/inventory/v1/receipts";

  private final FindWarehouse warehouses;
  private final ReceiveStock receive;
  private final AggregateStore<Receipt> receipts;
  private final StockItems stock;

  ReceiptController(
      FindWarehouse warehouses,
      ReceiveStock receive,
      AggregateStore<Receipt> receipts,
      StockItems stock) {
    this.warehouses = warehouses;
    this.receive = receive;
    this.receipts = receipts;
    this.stock = stock;
  }

  @PostMapping
  ResponseEntity<ReceiptResponse> create(
      Caller caller, @Valid @RequestBody ReceiptRequest request) {
    Warehouse warehouse = warehouses.handle(caller, request.warehouseId());
    var received =
        receive.handle(
            new ReceiveStock.Command(warehouse, request.stockLines(), request.reference()));
    return ResponseEntity.created(URI.create(PATH + "/" + received.receipt().id()))
        .body(ReceiptResponse.from(received));
  }

  @GetMapping("/{id}")
  ReceiptResponse read(Caller caller, @PathVariable String id) {
    Receipt receipt = receipts.get(caller.companyScope(), id);
    List<StockKey> keys =
        receipt.lines().stream()
            .map(line -> new StockKey(receipt.owner(), receipt.warehouseId(), line.sku()))
            .toList();
    return ReceiptResponse.from(
        new ReceiveStock.Received(receipt, stock.findAll(receipt.owner(), keys)));
  }
}
