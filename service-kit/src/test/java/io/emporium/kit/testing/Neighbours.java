package io.emporium.kit.testing;

import com.rabbitmq.client.ConnectionFactory;
import io.emporium.localstack.mongo.MongoStandIn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.ClassUtils;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mongodb.MongoDBContainer;

/// Where a tested service finds its neighbours. MongoDB: `EMPORIUM_MONGODB_URI`, else a container
/// where Docker answers, else the stand-in. RabbitMQ: always a real one, at `RABBITMQ_HOST` and
/// `RABBITMQ_PORT`, in a virtual host of the tests' own.
public final class Neighbours
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  static final String MONGO = "org.springframework.data.mongodb.core.MongoTemplate";

  /// Whether the tested service keeps anything.
  static boolean hasDatabase() {
    return ClassUtils.isPresent(MONGO, Neighbours.class.getClassLoader());
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    Map<String, Object> settings = new HashMap<>();
    if (hasDatabase()) {
      settings.put("spring.mongodb.uri", Mongo.URI);
    }
    settings.put("spring.rabbitmq.host", Rabbit.HOST);
    settings.put("spring.rabbitmq.port", Rabbit.PORT);
    settings.put("spring.rabbitmq.username", Rabbit.USERNAME);
    settings.put("spring.rabbitmq.password", Rabbit.PASSWORD);
    settings.put("spring.rabbitmq.virtual-host", Rabbit.VIRTUAL_HOST);
    settings.put("management.server.port", "0");
    // What a halted relay left behind waits little.
    settings.put("emporium.outbox.sweep-interval", "100ms");
    settings.put("emporium.outbox.calm-sweep-interval", "100ms");
    settings.put("emporium.outbox.settle-time", "200ms");
    settings.put("emporium.token.jwks-uri", TestTokens.jwksUri().toString());
    settings.put("logging.structured.format.console", "");
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("neighbours", settings));
  }

  /// The same RabbitMQ, for tests that need no service around it.
  public static ConnectionFactory rabbit() {
    ConnectionFactory connections = new ConnectionFactory();
    connections.setHost(Rabbit.HOST);
    connections.setPort(Integer.parseInt(Rabbit.PORT));
    connections.setUsername(Rabbit.USERNAME);
    connections.setPassword(Rabbit.PASSWORD);
    connections.setVirtualHost(Rabbit.VIRTUAL_HOST);
    return connections;
  }

  private static String setting(String name, String otherwise) {
    String value = System.getenv(name);
    return value == null ? otherwise : value;
  }

  /// Prepared once per test run, by whoever asks first.
  private static final class Rabbit {

    static final String HOST = setting("RABBITMQ_HOST", "127.0.0.1");
    static final String PORT = setting("RABBITMQ_PORT", "5672");
    static final String USERNAME = setting("RABBITMQ_USERNAME", "admin");
    static final String PASSWORD = setting("RABBITMQ_PASSWORD", "admin123");
    static final String VIRTUAL_HOST =
        OwnVirtualHost.on(
            new OwnVirtualHost.Broker(
                HOST,
                Integer.parseInt(setting("RABBITMQ_MANAGEMENT_PORT", "15672")),
                USERNAME,
                PASSWORD));

    private Rabbit() {}
  }

  /// Started once per test run, by whoever asks first.
  static final class Mongo {

    static final String URI = find();

    private Mongo() {}

    private static String find() {
      String given = System.getenv("EMPORIUM_MONGODB_URI");
      if (given != null) {
        return given;
      }
      if (dockerMayAnswer() && DockerClientFactory.instance().isDockerAvailable()) {
        MongoDBContainer container = new MongoDBContainer("mongo:8");
        container.start();
        return container.getReplicaSetUrl();
      }
      return MongoStandIn.inMemory().connectionString();
    }

    // Asking where there is no engine costs a second and an error in the log.
    private static boolean dockerMayAnswer() {
      return System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
    }
  }
}
