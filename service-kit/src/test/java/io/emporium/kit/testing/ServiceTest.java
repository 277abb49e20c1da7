package io.emporium.kit.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/// Starts the service on a random port against a MongoDB and a real RabbitMQ. One context serves
/// all such tests of a module. Inject [TestApi] to call it, [TestBroker] to send and to see
/// messages.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = Neighbours.class)
@Import(TestConfiguration.class)
@ExtendWith({TenantGuardExtension.class, PromptWaits.class})
@ActiveProfiles("local")
public @interface ServiceTest {}
