package io.emporium.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.kit.tenancy.SharedAcrossTenants;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/// Fails a test during which a query forgot its tenant.
final class TenantGuardExtension implements BeforeEachCallback, AfterEachCallback {

  @Override
  public void beforeEach(ExtensionContext test) {
    if (!Neighbours.hasDatabase()) {
      return;
    }
    ApplicationContext context = SpringExtension.getApplicationContext(test);
    context
        .getBeanProvider(MongoMappingContext.class)
        .ifAvailable(
            mappings ->
                context
                    .getBean(TenantGuard.class)
                    .allow(
                        mappings.getPersistentEntities().stream()
                            .filter(entity -> entity.isAnnotationPresent(SharedAcrossTenants.class))
                            .map(entity -> entity.getCollection())
                            .toList()));
  }

  @Override
  public void afterEach(ExtensionContext test) {
    if (!Neighbours.hasDatabase()) {
      return;
    }
    TenantGuard guard = SpringExtension.getApplicationContext(test).getBean(TenantGuard.class);
    assertThat(guard.violations()).as("queries without a tenant").isEmpty();
  }
}
