package io.emporium.kit.tenancy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a document as owned by a tenant and names the stored fields that say by whom. A field left
/// empty means that such a scope sees nothing of this collection.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface TenantOwned {

  String company() default "companyId";

  /// `_id` where the document is the shop itself.
  String shop() default "";

  String customer() default "";
}
