# The demarche program as an image: one for every part, `docker run demarche COMMAND`. It holds no broker: the commands demo,
# broker and registry say so.
ARG MAVEN_IMAGE=maven:3.9.11-eclipse-temurin-17
ARG JRE_IMAGE=eclipse-temurin:17.0.17_10-jre

FROM ${MAVEN_IMAGE} AS build
WORKDIR /src
COPY . .
# Libraries and our own jars apart: a new build of ours is one small layer.
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -q -Dstyle.color=never -Dquick -pl image -am package \
 && mkdir -p /app/own \
 && mv image/target/lib/demarche-*.jar /app/own \
 && mv image/target/lib /app/lib

FROM ${JRE_IMAGE}
ARG VERSION=0.1.0-SNAPSHOT
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Demarche" org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.description="Codes diplomatic acts in news, follows the tension of pairs of states, raises alerts" \
      org.opencontainers.image.version="${VERSION}" org.opencontainers.image.revision="${REVISION}"
COPY --from=build /app/lib /opt/demarche/lib
COPY --from=build /app/own /opt/demarche/own
COPY --chmod=755 deploy/docker /opt/demarche/bin
# What services write: the state of the topology, the alerts of the consumer, the archive, the articles to be sent. Volumes keep
# the owner.
RUN mkdir -p /var/lib/demarche/state /var/lib/demarche/alerts /var/lib/demarche/archive /var/lib/demarche/inbox \
 && chown -R 10001:10001 /var/lib/demarche
ENV PATH=/opt/demarche/bin:$PATH \
    DEMARCHE_HEALTH_HOST=0.0.0.0 \
    DEMARCHE_HEALTH_PORT=8080 \
    DEMARCHE_STATE_DIR=/var/lib/demarche/state
WORKDIR /var/lib/demarche
USER 10001:10001
EXPOSE 8080
HEALTHCHECK --interval=5s --timeout=10s --start-period=300s --retries=3 CMD ["health", "ready"]
ENTRYPOINT ["demarche"]
