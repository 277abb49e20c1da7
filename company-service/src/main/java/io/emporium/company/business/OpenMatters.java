package io.emporium.company.business;

import io.emporium.company.business.OpenMatter.Kind;
import io.emporium.kit.store.RecordStore;
import io.emporium.kit.tenancy.Scope;
import java.time.Instant;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// Counts what is unfinished. An end outranks its beginning, in whatever order and however often
/// the news of both arrive.
@Component
public class OpenMatters {

  private static final long BEGUN = 1;
  private static final long ENDED = 2;

  private final RecordStore<OpenMatter> matters;

  OpenMatters(RecordStore<OpenMatter> matters) {
    this.matters = matters;
  }

  public void begin(Kind kind, String subject, String companyId, Instant at) {
    var _ = matters.replaceIfNewer(OpenMatter.of(kind, subject, companyId, true, at), BEGUN);
  }

  public void end(Kind kind, String subject, String companyId, Instant at) {
    var _ = matters.replaceIfNewer(OpenMatter.of(kind, subject, companyId, false, at), ENDED);
  }

  public OpenBusiness of(String companyId) {
    return new OpenBusiness(count(companyId, Kind.ORDER), count(companyId, Kind.DEBT));
  }

  /// Ended ones are kept only so that late news of their beginning finds them.
  ///
  /// @return how many were forgotten
  long forgetEndedBefore(Instant limit) {
    return matters.delete(
        Scope.platform(),
        new Document("open", false).append("changedAt", new Document("$lt", limit)));
  }

  private long count(String companyId, Kind kind) {
    return matters.count(
        Scope.company(companyId), new Document("open", true).append("kind", kind.name()));
  }
}
