package io.emporium.inventory;

import java.util.regex.Pattern;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.RegexPatternTypeFilter;

/// The use cases once more, beside those of the running service and on the same database, as in
/// another process: nothing is shared in memory, least of all the locks by which threads take
/// turns.
public final class SecondInstance implements AutoCloseable {

  private static final String[] USE_CASES = {
    "io.emporium.inventory.reservation",
    "io.emporium.inventory.stock",
    "io.emporium.inventory.transfer",
    "io.emporium.inventory.warehouse"
  };
  private static final Pattern EDGES = Pattern.compile(".*\\.(web|messaging)\\..*");

  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();

  private SecondInstance(ApplicationContext first) {
    context.setParent(first);
    var scanner = new ClassPathBeanDefinitionScanner(context);
    scanner.addExcludeFilter(new RegexPatternTypeFilter(EDGES));
    scanner.scan(USE_CASES);
    context.refresh();
  }

  public static SecondInstance beside(ApplicationContext first) {
    return new SecondInstance(first);
  }

  public <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }
}
