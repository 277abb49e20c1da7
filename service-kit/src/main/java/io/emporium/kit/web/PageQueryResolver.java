package io.emporium.kit.web;

import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.PageQuery;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// `?page=0&size=20&sort=name,asc` as a [PageQuery]; several `sort` parameters are keys in turn.
final class PageQueryResolver implements HandlerMethodArgumentResolver {

  private static final int DEFAULT_SIZE = 20;
  private static final int MAX_PAGE = 10_000;

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == PageQuery.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    int page = number(request, "page", 0, 0, MAX_PAGE);
    int size = number(request, "size", DEFAULT_SIZE, 1, PageQuery.MAX_SIZE);
    return new PageQuery(page, size, sort(request, sortable(parameter)));
  }

  private static List<String> sortable(MethodParameter parameter) {
    Sortable sortable = parameter.getParameterAnnotation(Sortable.class);
    return sortable == null ? List.of("_id") : List.of(sortable.value());
  }

  private static int number(
      NativeWebRequest request, String name, int otherwise, int min, int max) {
    String text = request.getParameter(name);
    if (text == null) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw outOfRange(name, min, max);
    }
    throw outOfRange(name, min, max);
  }

  private static Refusal outOfRange(String name, int min, int max) {
    return Refusal.invalid(name, "must be a whole number from " + min + " to " + max);
  }

  private static List<PageQuery.Sort> inItsOwnOrder(String @Nullable [] asked) {
    if (asked != null) {
      throw Refusal.invalid("sort", "is not to be chosen here");
    }
    return List.of();
  }

  private static List<PageQuery.Sort> sort(NativeWebRequest request, List<String> sortable) {
    String[] asked = request.getParameterValues("sort");
    if (sortable.isEmpty()) {
      return inItsOwnOrder(asked);
    }
    if (asked == null) {
      return List.of(new PageQuery.Sort(sortable.getFirst(), false));
    }
    List<PageQuery.Sort> keys = new ArrayList<>();
    for (String key : asked) {
      String[] parts = key.split(",", 2);
      boolean known = sortable.contains(parts[0]);
      boolean ordered = parts.length == 1 || List.of("asc", "desc").contains(parts[1]);
      if (!known || !ordered) {
        throw Refusal.invalid("sort", "must be one of " + sortable + ", followed by ,asc or ,desc");
      }
      keys.add(new PageQuery.Sort(parts[0], parts.length == 1 || parts[1].equals("asc")));
    }
    return keys;
  }
}
