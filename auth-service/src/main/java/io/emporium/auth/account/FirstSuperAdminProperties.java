package io.emporium.auth.account;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// The account created at the first start; changing these later changes nothing.
@Validated
@ConfigurationProperties("emporium.auth.super-admin")
public record FirstSuperAdminProperties(
    @NotBlank @Email String email, @NotNull @Size(min = 8, max = 128) String password) {}
