package io.emporium.kit;

import io.emporium.kit.crash.CrashPoints;
import io.emporium.kit.ids.Ids;
import io.emporium.kit.ids.TimeOrderedIds;
import io.emporium.kit.web.InstantDeserializer;
import java.time.Clock;
import java.time.Instant;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/// Clock, ids, and JSON that refuses what it does not understand.
@AutoConfiguration
class KitAutoConfiguration {

  @Bean
  ServiceName serviceName(Environment environment) {
    return new ServiceName(environment.getRequiredProperty("spring.application.name"));
  }

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  @ConditionalOnMissingBean
  Ids ids() {
    return new TimeOrderedIds();
  }

  @Bean
  @ConditionalOnMissingBean
  CrashPoints crashPoints() {
    return CrashPoints.NONE;
  }

  // A number for a string, a misspelt property, one property twice: each is a mistake of the caller
  // and is answered as one, instead of being guessed at.
  @Bean
  JsonMapperBuilderCustomizer strictJson() {
    return builder ->
        builder
            .addModule(
                new SimpleModule("instants")
                    .addDeserializer(Instant.class, new InstantDeserializer()))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .withCoercionConfig(
                LogicalType.Textual,
                texts ->
                    texts
                        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
  }
}
