package io.emporium.shop.trade;

import io.emporium.kit.store.RecordStore;
import io.emporium.kit.tenancy.Scope;
import io.emporium.shop.trade.Commitment.Kind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
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
    keep(new Commitment(id(kind, subject), companyId, kind, shopId, List.of(), true, at), BEGUN);
  }

  public void beginTransfer(
      String transferId, String companyId, List<String> warehouseIds, Instant at) {
    String id = id(Kind.TRANSFER, transferId);
    keep(new Commitment(id, companyId, Kind.TRANSFER, null, warehouseIds, true, at), BEGUN);
  }

  public void end(Kind kind, String subject, String companyId, Instant at) {
    keep(new Commitment(id(kind, subject), companyId, kind, null, List.of(), false, at), ENDED);
  }

  /// @param warehouseIds that serve this shop and no other
  public OpenTrade of(String companyId, String shopId, Collection<String> warehouseIds) {
    Document ofShop = new Document("shopId", shopId);
    return new OpenTrade(
        count(companyId, Kind.ORDER, ofShop),
        count(companyId, Kind.RESERVATION, ofShop),
        warehouseIds.isEmpty()
            ? 0
            : count(
                companyId,
                Kind.TRANSFER,
                new Document("warehouseIds", new Document("$in", List.copyOf(warehouseIds)))));
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
