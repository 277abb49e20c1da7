package io.emporium.websocket.stomp;

import io.swagger.v3.oas.models.OpenAPI;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/// An API description lists operations, and this service has none: so it says how to connect.
@Component
class ConnectionDescription implements GlobalOpenApiCustomizer {

  private static final String HOW =
      """
      This service has no operations: open a WebSocket at `/ws` and speak STOMP 1.2.

      - CONNECT with the header `Authorization: Bearer <accessToken>`.
      - SUBSCRIBE to what you may see; an unknown or foreign topic ends the connection with an ERROR \
      frame; its `message` is the code of the refusal.
      - SEND is refused: one only listens.

      | topic | shows |
      |---|---|
      | `/topic/orders/{id}` | the order and its payment |
      | `/topic/shops/{id}/orders` | orders of the shop |
      | `/topic/companies/{id}/inventory` | stock events and critical alerts |
      | `/topic/companies/{id}/analytics` | analytics |
      | `/user/queue/notifications` | your in-app messages |

      Every message is `{type, id, time, data}`; a repetition has the same `id`. What happened while \
      nobody was connected is not shown again: read the API after connecting.""";

  @Override
  public void customise(OpenAPI description) {
    description.getInfo().setDescription(HOW);
  }
}
