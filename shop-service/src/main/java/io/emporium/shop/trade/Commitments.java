package io.emporium.shop.trade;

import io.emporium.events.inventory.TransferSnapshot;
import io.emporium.kit.store.RecordStore;
import io.emporium.kit.tenancy.Scope;
import io.emporium.shop.trade.Commitment.Kind;
import io.emporium.shop.trade.Commitment.ServedShops;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// Counts what is unfinished. An end outranks its beginning, in whatever order and however often
/// the news of both arrive; so nothing here depends on versions of the aggregates behind it.
@Component
public class Commitments {

  private static final long BEGUN = 1;
  private static final long ENDED = 2;

  private final RecordStore<Commitment> commitments;

  Commitments(RecordStore<Commitment> commitments) {
    this.commitments = commitments;
  }

  /// An order, or the hold of one.
  public void begin(Kind kind, String subject, String companyId, String shopId, Instant at) {
    keep(
        new Commitment(id(kind, subject), companyId, kind, shopId, List.of(), null, true, at),
        BEGUN);
  }

  public void beginTransfer(TransferSnapshot transfer, String companyId, Instant at) {
    keep(
        new Commitment(
            id(Kind.TRANSFER, transfer.transferId()),
            companyId,
            Kind.TRANSFER,
            null,
            List.of(transfer.fromWarehouseId(), transfer.toWarehouseId()),
            Stream.of(transfer.fromShopIds(), transfer.toShopIds())
                .filter(Objects::nonNull)
                .map(ServedShops::new)
                .toList(),
            true,
            at),
        BEGUN);
  }

  public void end(Kind kind, String subject, String companyId, Instant at) {
    keep(
        new Commitment(id(kind, subject), companyId, kind, null, List.of(), null, false, at),
        ENDED);
  }

  /// @param warehouseIds that this shop prefers and no other
  /// @param neighbours the other shops of the company that are not closed
  public OpenTrade of(
      String companyId,
      String shopId,
      Collection<String> warehouseIds,
      Collection<String> neighbours) {
    Document ofShop = new Document("shopId", shopId);
    return new OpenTrade(
        count(companyId, Kind.ORDER, ofShop),
        count(companyId, Kind.RESERVATION, ofShop),
        count(companyId, Kind.TRANSFER, waitedForBy(shopId, warehouseIds, neighbours)));
  }

  // Of whose ends one is this shop's alone: because it says so itself, or because no other shop
  // that could take the goods is left.
  private static Document waitedForBy(
      String shopId, Collection<String> warehouseIds, Collection<String> neighbours) {
    Document preferred =
        new Document("warehouseIds", new Document("$in", List.copyOf(warehouseIds)));
    Document servesIt = new Document("shopIds", shopId);
    Document servesNoOther = new Document("shopIds", new Document("$nin", List.copyOf(neighbours)));
    Document alone = new Document("$and", List.of(servesIt, servesNoOther));
    Document served = new Document("served", new Document("$elemMatch", alone));
    return new Document("$or", List.of(preferred, served));
  }

  /// Ended ones are kept only so that late news of their beginning finds them.
  ///
  /// @return how many were forgotten
  long forgetEndedBefore(Instant limit) {
    return commitments.delete(
        Scope.platform(),
        new Document("open", false).append("changedAt", new Document("$lt", limit)));
  }

  private long count(String companyId, Kind kind, Document which) {
    return commitments.count(
        Scope.company(companyId),
        new Document(which).append("open", true).append("kind", kind.name()));
  }

  private void keep(Commitment commitment, long rank) {
    var _ = commitments.replaceIfNewer(commitment, rank);
  }

  private static String id(Kind kind, String subject) {
    return Commitment.idOf(kind, subject);
  }
}
