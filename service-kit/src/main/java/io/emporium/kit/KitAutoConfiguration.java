package io.emporium.kit;

import io.emporium.kit.crash.CrashPoints;
import io.emporium.kit.ids.Ids;
import io.emporium.kit.ids.TimeOrderedIds;
import io.emporium.kit.web.InstantDeserializer;
import java.time.Clock;
import java.time.Instant;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/// Clock, ids, threads for jobs, and JSON that refuses what it does not understand.
@AutoConfiguration(before = TaskSchedulingAutoConfiguration.class)
class KitAutoConfiguration {

  private static final int MOST_JOBS = 8;

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

  // Boot's own, with virtual threads, runs all jobs with a fixed delay on one thread: one of
  // minutes, such as a large batch, would keep the sweeps that mend from running.
  @Bean
  @ConditionalOnMissingBean
  TaskScheduler taskScheduler() {
    ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
    scheduler.setPoolSize(MOST_JOBS);
    scheduler.setThreadNamePrefix("job-");
    return scheduler;
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
