package io.emporium.kit.openapi;

import io.emporium.kit.store.PageQuery;
import io.emporium.kit.web.Sortable;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/// What a controller's signature says and springdoc cannot read: paging, and names for people.
final class OperationDescriptions implements GlobalOperationCustomizer {

  private static final int LAST_PAGE = 10_000;

  @Override
  public Operation customize(Operation operation, HandlerMethod method) {
    operation.setTags(
        List.of(words(method.getBeanType().getSimpleName()).replace(" controller", "")));
    operation.setSummary(capitalized(words(method.getMethod().getName())));
    for (MethodParameter parameter : method.getMethodParameters()) {
      if (parameter.getParameterType() == PageQuery.class) {
        addPaging(operation, parameter.getParameterAnnotation(Sortable.class));
      }
    }
    if (method.hasMethodAnnotation(PostMapping.class)
        && method.getReturnType().getParameterType() == ResponseEntity.class) {
      nameBothSuccesses(operation.getResponses());
    }
    return operation;
  }

  private static void addPaging(Operation operation, @Nullable Sortable sortable) {
    operation.addParametersItem(
        query("page", "Zero-based")
            .schema(
                new IntegerSchema()
                    .minimum(BigDecimal.ZERO)
                    .maximum(BigDecimal.valueOf(LAST_PAGE))
                    ._default(0)));
    operation.addParametersItem(
        query("size", "Items per page")
            .schema(
                new IntegerSchema()
                    .minimum(BigDecimal.ONE)
                    .maximum(BigDecimal.valueOf(PageQuery.MAX_SIZE))
                    ._default(20)));
    if (sortable != null && sortable.value().length > 0) {
      String fields = String.join("|", sortable.value());
      operation.addParametersItem(
          query("sort", "`field,asc` or `field,desc`; several are keys in turn")
              .schema(
                  new ArraySchema()
                      .items(new StringSchema().pattern("(" + fields + ")(,(asc|desc))?"))));
    }
  }

  private static Parameter query(String name, String description) {
    return new Parameter().name(name).in("query").required(false).description(description);
  }

  // Whether a ResponseEntity is 200 or 201 is decided in the method's body.
  private static void nameBothSuccesses(ApiResponses responses) {
    ApiResponse success = responses.remove("200");
    if (success != null) {
      success.setDescription("Done: 201 with `Location` where something was made, else 200");
      responses.addApiResponse("2XX", success);
    }
  }

  /// `OrderController` as `order controller`.
  private static String words(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }

  private static String capitalized(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
