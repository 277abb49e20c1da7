package io.emporium.notification.channel.gateway;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.auth.oauth2.ServiceAccountCredentials;
import com.google.firebase.FirebaseApp;
import com.google.firebase.FirebaseOptions;
import com.google.firebase.messaging.FirebaseMessaging;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;

/// Opens the SDK with the operator's credentials and address.
final class FirebaseConnection {

  private static final String FCM = "https://fcm.googleapis.com";
  private static final String APP = "emporium";

  private FirebaseConnection() {}

  static FirebaseMessaging open(FirebaseProperties settings) throws IOException {
    HttpTransport transport = transport(settings);
    InputStream json =
        new ByteArrayInputStream(settings.credentials().getBytes(StandardCharsets.UTF_8));
    FirebaseOptions options =
        FirebaseOptions.builder()
            .setCredentials(ServiceAccountCredentials.fromStream(json, () -> transport))
            .setProjectId(settings.projectId())
            .setHttpTransport(transport)
            .setConnectTimeout(Math.toIntExact(settings.connectTimeout().toMillis()))
            .setReadTimeout(Math.toIntExact(settings.readTimeout().toMillis()))
            .build();
    return FirebaseMessaging.getInstance(FirebaseApp.initializeApp(options, APP));
  }

  // The SDK has no setting for its address, only one for its transport.
  private static HttpTransport transport(FirebaseProperties settings) {
    return new NetHttpTransport.Builder()
        .setConnectionFactory(url -> connection(url, settings.apiBase()))
        .build();
  }

  private static HttpURLConnection connection(URL url, URI base) throws IOException {
    String rebased = url.toString().replace(FCM, base.toString());
    HttpURLConnection connection = (HttpURLConnection) URI.create(rebased).toURL().openConnection();
    connection.setInstanceFollowRedirects(false);
    return connection;
  }
}
