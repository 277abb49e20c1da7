# One file for every service: docker build --build-arg SERVICE=sales-service --build-arg PORT=8005 .
#
# Everything before the first ARG is the same for all of them, so the repository is compiled once and
# thirteen images share that work. No RUN --mount: it also builds without BuildKit.

FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /src

# Dependencies first: this layer stays as long as no pom changes. Without sources there is nothing to
# compile, so the run only fills the local repository; what it cannot fetch yet, the next one does.
COPY .mvn .mvn
COPY pom.xml ./
COPY common-events/pom.xml common-events/
COPY service-kit/pom.xml service-kit/
COPY local-stack/pom.xml local-stack/
COPY api-gateway/pom.xml api-gateway/
COPY auth-service/pom.xml auth-service/
COPY company-service/pom.xml company-service/
COPY shop-service/pom.xml shop-service/
COPY ecommerce-service/pom.xml ecommerce-service/
COPY sales-service/pom.xml sales-service/
COPY payment-service/pom.xml payment-service/
COPY inventory-service/pom.xml inventory-service/
COPY notification-service/pom.xml notification-service/
COPY websocket-service/pom.xml websocket-service/
COPY audit-service/pom.xml audit-service/
COPY analytics-service/pom.xml analytics-service/
COPY debt-service/pom.xml debt-service/
COPY fleet-tests/pom.xml fleet-tests/
RUN mvn -q -B -ntp --fail-never -DskipTests -Dspring-boot.repackage.skip=true package >/dev/null 2>&1; \
    find . -name target -prune -exec rm -rf {} +

COPY . .
RUN mvn -q -B -ntp -DskipTests package -pl '!fleet-tests'

# Every application as layers: what changes seldom first. local-stack is a plain jar with its lib/.
RUN set -e; \
    for module in api-gateway *-service local-stack; do \
      out=/out/$module; \
      mkdir -p $out/dependencies $out/snapshot-dependencies $out/application; \
      if [ -d $module/target/lib ]; then \
        cp -a $module/target/lib $out/dependencies/lib; \
        cp -a $module/target/$module*.jar $out/application/app.jar; \
      else \
        java -Djarmode=tools -jar $module/target/$module*.jar extract --layers \
          --application-filename app.jar --destination $out --force; \
      fi; \
    done

# The start cache of one service, made by the very JVM that will use it. The settings are the public
# defaults of the example file; nothing is connected to, and none of them reaches the image. The
# module flags must be those of the entry point, or the cache is refused.
FROM eclipse-temurin:25-jre AS trained
ARG SERVICE
WORKDIR /app
COPY --from=build /out/${SERVICE}/dependencies/ ./
COPY --from=build /out/${SERVICE}/snapshot-dependencies/ ./
COPY --from=build /out/${SERVICE}/application/ ./
COPY .env.example /train/settings
RUN mkdir -p /cache; \
    if [ "$SERVICE" != local-stack ]; then \
      set -a; . /train/settings; set +a; \
      timeout 300 java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx384m -Xss512k \
        --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:AOTCacheOutput=/cache/app.aot -Dspring.context.exit=onRefresh -jar app.jar >/train/log 2>&1 \
      || { echo "no start cache for $SERVICE, its starts are slower:"; tail -n 5 /train/log; rm -f /cache/app.aot; }; \
    fi

FROM eclipse-temurin:25-jre
ARG SERVICE
ARG PORT=8080
WORKDIR /app
COPY --from=build /out/${SERVICE}/dependencies/ ./
COPY --from=build /out/${SERVICE}/snapshot-dependencies/ ./
COPY --from=build /out/${SERVICE}/application/ ./
COPY --from=trained /cache/ ./
# The folder that a volume for data takes its owner from (local-stack).
RUN mkdir -p /data && chown 10001:10001 /data
USER 10001:10001
ENV SERVER_PORT=${PORT} \
    JAVA_FLAGS="-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx128m -Xss512k -XX:ReservedCodeCacheSize=96m -XX:+ExitOnOutOfMemoryError"
EXPOSE ${PORT}
# Bash opens the socket itself: a JRE image need not have curl.
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=6 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$SERVER_PORT && printf 'GET /health HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]
ENTRYPOINT ["sh", "-c", "if [ -f app.aot ]; then JAVA_FLAGS=\"$JAVA_FLAGS -XX:AOTCache=app.aot\"; fi; exec java $JAVA_FLAGS --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -jar app.jar"]
