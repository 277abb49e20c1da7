package io.emporium.auth.config;

import io.emporium.auth.account.FirstSuperAdminProperties;
import io.emporium.auth.account.PasswordProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/// Outside the local profile the secrets that everybody can read in `.env.example` are refused.
@Configuration(proxyBeanMethods = false)
@Profile("!local")
class PublishedSecrets {

  private static final String PEPPER = "local-pepper-change-me";
  private static final String PASSWORD = "ChangeMe-Now-1!";

  PublishedSecrets(PasswordProperties passwords, FirstSuperAdminProperties admin) {
    if (passwords.pepper().startsWith(PEPPER) || admin.password().equals(PASSWORD)) {
      throw new IllegalStateException(
          "PASSWORD_PEPPER and SUPER_ADMIN_PASSWORD still have their published defaults, which are"
              + " for the local profile only");
    }
  }
}
