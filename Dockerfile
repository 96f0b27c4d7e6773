# syntax=docker/dockerfile:1
# Interleave in a container. The runner image inside is a modified OpenJDK 25 (GPLv2 with Classpath Exception): java.base
# carries the probes of backend/probe. Whoever passes this image on passes that on as well.

# ---- Build: the application as a folder of jars
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN mvn -B -ntp package -DskipTests

# ---- The runner image, made from the very JDK that serves
FROM eclipse-temurin:25-jdk AS run
RUN apt-get update \
    && apt-get install -y --no-install-recommends bubblewrap curl util-linux \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --create-home --home-dir /var/lib/interleave interleave
COPY --from=build /src/backend/server/target/interleave /opt/interleave
USER interleave
ENV INTERLEAVE_HOME=/opt/interleave \
    INTERLEAVE_DATA=/var/lib/interleave \
    INTERLEAVE_HOST=0.0.0.0 \
    INTERLEAVE_PORT=7070
# Builds and verifies the runner image now, so that the first start need not.
RUN java -cp '/opt/interleave/server/*' dev.interleave.server.ServerMain --prepare
EXPOSE 7070
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
    CMD curl --fail --silent http://127.0.0.1:7070/api/health || exit 1
# bubblewrap needs user namespaces: run with `--security-opt seccomp=unconfined`, or leave that out and the server takes
# its Landlock level, which works under Docker's default profile.
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-Xmx512m", "-cp", "/opt/interleave/server/*", "dev.interleave.server.ServerMain"]
