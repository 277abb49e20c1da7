package io.emporium.fleet.parking;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import io.emporium.fleet.FleetProblem;
import io.emporium.fleet.broker.BrokerAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/// The parking queues of all services, over AMQP: what lies there, and back into the queue it came
/// from. A message leaves its parking queue only after the broker has confirmed its copy, so
/// nothing is lost; should this process die in between it is delivered twice with the same id,
/// which consumers know.
public final class ParkingLot {

  private static final long CONFIRM_MILLIS = 10_000;

  /// From version 4 on a broker drops what has been taken and given back 20 times, and looking is
  /// that. Long before, the message is parked anew, which starts the count again.
  private static final long MOST_LOOKS = 8;

  private static final String LOOKS = "x-delivery-count";
  private static final Set<String> OF_THE_BROKER =
      Set.of(
          LOOKS,
          "x-acquired-count",
          "x-death",
          "x-first-death-queue",
          "x-first-death-reason",
          "x-first-death-exchange",
          "x-last-death-queue",
          "x-last-death-reason",
          "x-last-death-exchange");
  private static final Set<String> OF_PARKING =
      Set.of(ParkedMessage.ORIGIN, ParkedMessage.REASON, ParkedMessage.ATTEMPTS);

  private final BrokerAddress address;
  private final List<String> services;

  /// @param services that may have parked something, `sales-service`
  public ParkingLot(BrokerAddress address, List<String> services) {
    this.address = address;
    this.services = List.copyOf(services);
  }

  /// `sales-service` parks in `sales.parking`.
  static String queueOf(String service) {
    return service.replaceFirst("-service$", "") + ".parking";
  }

  /// The services of which something is parked, in the order of the roster.
  public List<String> occupied() {
    try (Connection connection = connect()) {
      List<String> found = new ArrayList<>();
      for (String service : services) {
        if (depth(connection, service) > 0) {
          found.add(service);
        }
      }
      return found;
    } catch (IOException | TimeoutException e) {
      throw problem(e);
    }
  }

  /// @return 0 also for a service that has never declared its queue
  public long depth(String service) {
    try (Connection connection = connect()) {
      return depth(connection, service);
    } catch (IOException | TimeoutException e) {
      throw problem(e);
    }
  }

  // Asking for a queue that does not exist closes the channel, and nothing else.
  private static long depth(Connection connection, String service) throws IOException {
    Channel channel = connection.createChannel();
    try {
      return channel.messageCount(queueOf(service));
    } catch (IOException e) {
      if (connection.isOpen()) {
        return 0;
      }
      throw e;
    }
  }

  /// Everything parked, oldest first; all of it stays.
  public List<ParkedMessage> list(String service) {
    List<ParkedMessage> found = new ArrayList<>();
    visit(
        service,
        message -> {
          found.add(message);
          return false;
        });
    return found;
  }

  /// Sends parked messages back to the queue they came from.
  ///
  /// @param wanted by id; all when empty
  /// @return what went back
  public List<ParkedMessage> replay(String service, Set<String> wanted) {
    List<ParkedMessage> replayed = new ArrayList<>();
    visit(
        service,
        message -> {
          boolean goes =
              message.knowsOrigin() && (wanted.isEmpty() || wanted.contains(message.id()));
          if (goes) {
            replayed.add(message);
          }
          return goes;
        });
    return replayed;
  }

  /// Takes every message in hand once. Only when all have been seen are those that stay given back,
  /// or they would be met again.
  private void visit(String service, Predicate<ParkedMessage> goesBack) {
    if (depth(service) == 0) {
      return;
    }
    try (Connection connection = connect();
        Channel channel = connection.createChannel()) {
      String queue = queueOf(service);
      channel.confirmSelect();
      List<GetResponse> staying = new ArrayList<>();
      GetResponse got;
      while ((got = channel.basicGet(queue, false)) != null) {
        ParkedMessage message = ParkedMessage.of(got.getProps(), got.getBody());
        if (goesBack.test(message)) {
          move(channel, got, message.queue(), fresh(got.getProps()));
        } else {
          staying.add(got);
        }
      }
      for (GetResponse one : staying) {
        if (looks(one) >= MOST_LOOKS) {
          move(channel, one, queue, parkedAnew(one));
        } else {
          channel.basicNack(one.getEnvelope().getDeliveryTag(), false, true);
        }
      }
    } catch (IOException | TimeoutException e) {
      throw problem(e);
    }
  }

  /// Confirmed first, acknowledged then.
  private static void move(
      Channel channel, GetResponse got, String queue, AMQP.BasicProperties properties)
      throws IOException, TimeoutException {
    // Asked for beforehand, since a confirm also comes for what could not be routed.
    channel.queueDeclarePassive(queue);
    channel.basicPublish("", queue, true, properties, got.getBody());
    try {
      channel.waitForConfirmsOrDie(CONFIRM_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted before the confirm; nothing was taken out", e);
    }
    channel.basicAck(got.getEnvelope().getDeliveryTag(), false);
  }

  /// As its publisher sent it.
  private static AMQP.BasicProperties fresh(AMQP.BasicProperties properties) {
    Map<String, Object> headers = headers(properties);
    headers.keySet().removeAll(OF_THE_BROKER);
    headers.keySet().removeAll(OF_PARKING);
    return properties.builder().headers(headers).build();
  }

  private static AMQP.BasicProperties parkedAnew(GetResponse got) {
    ParkedMessage message = ParkedMessage.of(got.getProps(), got.getBody());
    Map<String, Object> headers = headers(got.getProps());
    headers.keySet().removeAll(OF_THE_BROKER);
    headers.put(ParkedMessage.ORIGIN, message.queue());
    headers.put(ParkedMessage.REASON, message.reason());
    return got.getProps().builder().headers(headers).build();
  }

  private static Map<String, Object> headers(AMQP.BasicProperties properties) {
    return new HashMap<>(properties.getHeaders() == null ? Map.of() : properties.getHeaders());
  }

  private static long looks(GetResponse message) {
    Map<String, Object> headers = message.getProps().getHeaders();
    return headers != null && headers.get(LOOKS) instanceof Number number ? number.longValue() : 0;
  }

  private Connection connect() throws IOException, TimeoutException {
    ConnectionFactory factory = new ConnectionFactory();
    factory.setHost(address.host());
    factory.setPort(address.port());
    factory.setUsername(address.username());
    factory.setPassword(address.password());
    factory.setAutomaticRecoveryEnabled(false);
    return factory.newConnection("fleet parking");
  }

  private FleetProblem problem(Exception e) {
    // The client wraps what the broker said without repeating it.
    String why = e.getMessage() == null ? String.valueOf(e.getCause()) : e.getMessage();
    return new FleetProblem(
        "RabbitMQ on %s:%d: %s".formatted(address.host(), address.port(), why), e);
  }
}
