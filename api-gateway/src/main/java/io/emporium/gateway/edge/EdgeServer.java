package io.emporium.gateway.edge;

import io.netty.channel.ChannelPipeline;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.NettyPipeline;

/// What the server itself keeps to, below all filters.
@Configuration(proxyBeanMethods = false)
class EdgeServer {

  @Bean
  NettyServerCustomizer edgeServerRules(EdgeProperties properties) {
    EarlyRefusals refusals = new EarlyRefusals();
    return server ->
        server
            // A body that trickles in would hold a connection here and one to a service.
            .requestTimeout(properties.bodyTime())
            .doOnChannelInit((_, channel, _) -> explain(channel.pipeline(), refusals));
  }

  private static void explain(ChannelPipeline pipeline, EarlyRefusals refusals) {
    if (pipeline.get(NettyPipeline.HttpCodec) != null) {
      pipeline.addAfter(NettyPipeline.HttpCodec, "earlyRefusals", refusals);
    }
  }
}
