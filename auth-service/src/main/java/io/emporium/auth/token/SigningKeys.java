package io.emporium.auth.token;

import io.emporium.kit.store.PageQuery;
import io.emporium.kit.store.SharedStore;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// The keys of the present. Time is cut into terms and each term has one key, whose id says which
/// term it is: instances that start together agree without asking each other, by who inserts it
/// first. The next term's key is made and served a whole term ahead, so that every service knows it
/// before it signs, and an old one is served until no token of it can be alive.
@Component
public class SigningKeys implements SmartLifecycle {

  private static final int BITS = 2048;
  private static final Duration SERVED_AFTERWARDS = Duration.ofHours(1);

  /// A key as others may see it.
  public record PublicKey(String keyId, RSAPublicKey key) {}

  /// A key to sign with.
  record Signer(String keyId, PrivateKey key) {}

  private record Keys(Signer signer, List<PublicKey> served, Instant until) {}

  private final SharedStore<SigningKey> store;
  private final KeySeal seal;
  private final Duration rotation;
  private final Clock clock;
  private volatile Optional<Keys> keys = Optional.empty();

  SigningKeys(
      SharedStore<SigningKey> store, KeySeal seal, SigningProperties properties, Clock clock) {
    this.store = store;
    this.seal = seal;
    this.rotation = properties.rotation();
    this.clock = clock;
  }

  Signer signer() {
    return current().signer();
  }

  public List<PublicKey> served() {
    return current().served();
  }

  private Keys current() {
    Instant now = clock.instant();
    return keys.filter(known -> now.isBefore(known.until())).orElseGet(() -> load(now));
  }

  private synchronized Keys load(Instant now) {
    SigningKey signing = ofTerm(termAt(now));
    SigningKey next = ofTerm(termAt(now) + 1);
    Document living = new Document("signsUntil", new Document("$gt", now.minus(SERVED_AFTERWARDS)));
    List<PublicKey> served =
        store.list(living, PageQuery.first(PageQuery.MAX_SIZE)).stream()
            .map(SigningKeys::publicKey)
            .toList();
    Signer signer = new Signer(signing.keyId(), privateKey(signing));
    Keys loaded = new Keys(signer, served, next.signsFrom());
    keys = Optional.of(loaded);
    return loaded;
  }

  private long termAt(Instant now) {
    return now.getEpochSecond() / rotation.toSeconds();
  }

  private SigningKey ofTerm(long term) {
    String keyId = "rs256-" + rotation.toSeconds() + "-" + term;
    return store.find(keyId).orElseGet(() -> make(keyId, term));
  }

  private SigningKey make(String keyId, long term) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      KeyPair pair = generator.generateKeyPair();
      Instant from = Instant.ofEpochSecond(term * rotation.toSeconds());
      SigningKey made =
          new SigningKey(
              keyId,
              pair.getPublic().getEncoded(),
              seal.seal(keyId, pair.getPrivate().getEncoded()),
              from,
              from.plus(rotation));
      return store.insert(made) ? made : store.find(keyId).orElseThrow();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java makes RSA keys", e);
    }
  }

  private PrivateKey privateKey(SigningKey key) {
    try {
      byte[] encoded = seal.open(key.keyId(), key.sealedPrivateKey());
      return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("signing key " + key.keyId() + " is broken", e);
    }
  }

  private static PublicKey publicKey(SigningKey key) {
    try {
      return new PublicKey(
          key.keyId(),
          (RSAPublicKey)
              KeyFactory.getInstance("RSA")
                  .generatePublic(new X509EncodedKeySpec(key.publicKey())));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("signing key " + key.keyId() + " is broken", e);
    }
  }

  /// Before traffic: the first request must not wait for a key, and a wrong pepper must show at the
  /// start.
  @Override
  public void start() {
    var _ = current();
  }

  @Override
  public void stop() {
    keys = Optional.empty();
  }

  @Override
  public boolean isRunning() {
    return keys.isPresent();
  }

  @Override
  public int getPhase() {
    return Integer.MIN_VALUE + 2_000;
  }
}
