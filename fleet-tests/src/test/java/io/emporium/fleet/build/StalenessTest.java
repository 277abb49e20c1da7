package io.emporium.fleet.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.fleet.roster.FleetPaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StalenessTest {
  private static final Instant OLD = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant BUILT = OLD.plusSeconds(60);
  private static final Instant NEW = OLD.plusSeconds(120);
  @TempDir Path root;
  private Staleness staleness;

  @BeforeEach
  void aBuiltClone() throws IOException {
    staleness = new Staleness(FleetPaths.of(root));
    touch("pom.xml", OLD);
    touch("service-kit/src/main/java/Kit.java", OLD);
    for (var module : List.of("sales-service", "local-stack")) {
      touch(module + "/pom.xml", OLD);
      touch(module + "/src/main/java/A.java", OLD);
      touch(module + "/target/" + module + ".jar", BUILT);
    }
    staleness.built(List.of("sales-service", "local-stack"), BUILT);
  }

  private void touch(String name, Instant time) throws IOException {
    var file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, name);
    for (var path = file; !path.equals(root); path = path.getParent()) {
      Files.setLastModifiedTime(path, FileTime.from(time));
    }
  }

  private List<String> stale() throws IOException {
    return staleness.stale(List.of("sales-service", "local-stack"));
  }

  @Test
  void nothingIsStaleAfterABuild() throws IOException {
    assertThat(stale()).isEmpty();
  }

  @Test
  void aChangedSourceMakesItsModuleStale() throws IOException {
    touch("sales-service/src/main/java/A.java", NEW);

    assertThat(stale()).containsExactly("sales-service");
  }

  @Test
  void aSharedModuleMakesTheServicesStaleAndLocalStackNot() throws IOException {
    touch("service-kit/src/main/java/Kit.java", NEW);

    assertThat(stale()).containsExactly("sales-service");
  }

  @Test
  void theParentPomMakesEverythingStale() throws IOException {
    touch("pom.xml", NEW);

    assertThat(stale()).containsExactly("sales-service", "local-stack");
  }

  @Test
  void aMissingJarOrStampMakesAModuleStale() throws IOException {
    Files.delete(root.resolve("local-stack/target/local-stack.jar"));
    Files.delete(root.resolve(".fleet/build/sales-service"));

    assertThat(stale()).containsExactly("sales-service", "local-stack");
  }

  @Test
  void testSourcesDoNotMakeAModuleStale() throws IOException {
    touch("sales-service/src/test/java/T.java", NEW);
    Files.setLastModifiedTime(root.resolve("sales-service/src/main"), FileTime.from(OLD));

    assertThat(stale()).isEmpty();
  }
}
