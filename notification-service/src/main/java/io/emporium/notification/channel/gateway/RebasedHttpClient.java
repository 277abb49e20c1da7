package io.emporium.notification.channel.gateway;

import com.twilio.http.HttpClient;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.Timeout;

/// Twilio's own client with another address, shorter time-outs and one attempt per call: repeating
/// is the lane's business, and a repeated POST is a second SMS.
final class RebasedHttpClient extends HttpClient {

  private static final String TWILIO = "https://api.twilio.com";

  private final TwilioProperties settings;
  private final NetworkHttpClient network;

  RebasedHttpClient(TwilioProperties settings) {
    this.settings = settings;
    Timeout connect = Timeout.of(settings.connectTimeout().toMillis(), TimeUnit.MILLISECONDS);
    Timeout read = Timeout.of(settings.readTimeout().toMillis(), TimeUnit.MILLISECONDS);
    this.network =
        new NetworkHttpClient(
            RequestConfig.custom()
                .setConnectionRequestTimeout(connect)
                .setResponseTimeout(read)
                .setRedirectsEnabled(false)
                .build(),
            SocketConfig.custom().setSoTimeout(read).build());
  }

  @Override
  public Response reliableRequest(Request request) {
    return makeRequest(request);
  }

  @Override
  public Response makeRequest(Request request) {
    String base = settings.apiBase().toString();
    Request rebased = new Request(request.getMethod(), request.getUrl().replace(TWILIO, base));
    rebased.setAuth(settings.accountSid(), settings.authToken());
    request
        .getQueryParams()
        .forEach((name, values) -> values.forEach(v -> rebased.addQueryParam(name, v)));
    request
        .getPostParams()
        .forEach((name, values) -> values.forEach(v -> rebased.addPostParam(name, v)));
    request
        .getHeaderParams()
        .forEach((name, values) -> values.forEach(v -> rebased.addHeaderParam(name, v)));
    return network.makeRequest(rebased);
  }
}
