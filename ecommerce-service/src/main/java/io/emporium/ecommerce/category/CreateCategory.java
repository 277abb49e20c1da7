package io.emporium.ecommerce.category;

import io.emporium.kit.ids.Ids;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.SharedStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A company adds to its part of the tree; a super admin to everybody's.
@Component
public class CreateCategory {

  private static final int DEPTH_LIMIT = 8;

  public record Command(String ownerId, String name, String slug, @Nullable String parentId) {}

  private final SharedStore<Category> categories;
  private final Ids ids;
  private final Clock clock;

  CreateCategory(SharedStore<Category> categories, Ids ids, Clock clock) {
    this.categories = categories;
    this.ids = ids;
    this.clock = clock;
  }

  public Category handle(Command command) {
    String id = ids.next();
    List<String> path = new ArrayList<>(parentPath(command));
    path.add(id);
    Category category =
        new Category(
            id,
            command.ownerId(),
            command.name(),
            command.slug(),
            command.parentId(),
            path,
            clock.instant());
    if (categories.insert(category)) {
      return category;
    }
    // Either this very request, sent again with its idempotency key, or another one's slug.
    return categories
        .find(id)
        .orElseThrow(
            () ->
                Refusal.conflict("slug_taken", "Another category has the slug " + command.slug()));
  }

  private List<String> parentPath(Command command) {
    String parentId = command.parentId();
    if (parentId == null) {
      return List.of();
    }
    List<String> path =
        categories
            .find(parentId)
            .filter(parent -> parent.isFor(command.ownerId()))
            .map(Category::path)
            .orElseThrow(
                () -> Refusal.rule("unknown_category", "There is no category " + parentId));
    if (path.size() >= DEPTH_LIMIT) {
      throw Refusal.rule("too_deep", "The tree has at most " + DEPTH_LIMIT + " levels");
    }
    return path;
  }
}
