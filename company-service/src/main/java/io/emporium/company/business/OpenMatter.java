package io.emporium.company.business;

import io.emporium.kit.tenancy.TenantOwned;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// An order or a debt of a company, and whether it has come to its end. What has ended never opens
/// again, so an end that arrives before its beginning is kept as well.
///
/// @param changedAt when it began or ended
@Document("open_matters")
@TypeAlias("open_matter")
@TenantOwned
public record OpenMatter(
    @Id String id, String companyId, Kind kind, boolean open, Instant changedAt) {

  /// What it is.
  public enum Kind {
    ORDER,
    DEBT
  }

  static OpenMatter of(Kind kind, String subject, String companyId, boolean open, Instant at) {
    return new OpenMatter(kind.name() + "/" + subject, companyId, kind, open, at);
  }
}
