package io.emporium.localstack.messaging;

import io.emporium.localstack.http.Answer;
import io.emporium.localstack.http.Json;
import io.javalin.router.JavalinDefaultRouting;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/// A service-account key made on the first request, so that Google's own credentials code runs
/// against our token endpoint.
public final class ServiceAccount {

  private static final int KEY_BITS = 2_048;
  private static final int PEM_LINE = 64;

  private final Supplier<String> publicBase;
  private String privateKey = "";

  public ServiceAccount(Supplier<String> publicBase) {
    this.publicBase = publicBase;
  }

  public void routes(JavalinDefaultRouting routing) {
    routing.get(
        "/fcm/service-account.json",
        context -> {
          String asked = context.queryParam("project");
          Answer.ok(describe(asked == null ? "emporium-local" : asked)).send(context);
        });
  }

  private ObjectNode describe(String project) {
    return Json.object()
        .put("type", "service_account")
        .put("project_id", project)
        .put("private_key_id", "local")
        .put("private_key", privateKey())
        .put("client_email", "local@" + project + ".iam.gserviceaccount.com")
        .put("client_id", "100000000000000000000")
        .put("token_uri", publicBase.get() + "/fcm/token");
  }

  private synchronized String privateKey() {
    if (privateKey.isEmpty()) {
      privateKey = generate();
    }
    return privateKey;
  }

  private static String generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(KEY_BITS);
      byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
      byte[] newLine = "\n".getBytes(StandardCharsets.US_ASCII);
      String kind = "PRIVATE" + " KEY-----";
      return "-----BEGIN "
          + kind
          + "\n"
          + Base64.getMimeEncoder(PEM_LINE, newLine).encodeToString(key)
          + "\n-----END "
          + kind
          + "\n";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
