package io.emporium.auth.token;

import io.emporium.kit.tenancy.SharedAcrossTenants;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// A key pair as stored.
///
/// @param keyId `kid` of the tokens that it signs
/// @param publicKey X.509
/// @param sealedPrivateKey PKCS #8, encrypted
/// @param signsFrom first moment of its term
/// @param signsUntil end of its term; it is still served for a while, as its tokens live on
@Document("signing_keys")
@TypeAlias("signing-key")
@SharedAcrossTenants(reason = "the platform signs the tokens of all companies with one key")
public record SigningKey(
    @Id String keyId,
    byte[] publicKey,
    byte[] sealedPrivateKey,
    Instant signsFrom,
    Instant signsUntil) {}
