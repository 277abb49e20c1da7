package io.emporium.kit.web;

import io.emporium.kit.problem.Category;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import io.emporium.kit.security.CallerAuthentication;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// The [Caller] as a parameter; `@Nullable Caller` where anonymous calls are allowed too.
final class CallerResolver implements HandlerMethodArgumentResolver {

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Caller.class;
  }

  @Override
  public @Nullable Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    if (SecurityContextHolder.getContext().getAuthentication()
        instanceof CallerAuthentication caller) {
      return caller.getPrincipal();
    }
    if (parameter.isOptional()) {
      return null;
    }
    throw new Refusal(
        Category.UNAUTHENTICATED, "unauthenticated", "A valid access token is needed");
  }
}
