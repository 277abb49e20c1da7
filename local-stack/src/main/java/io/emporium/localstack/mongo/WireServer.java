package io.emporium.localstack.mongo;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoThreadFactory;
import de.bwaldvogel.mongo.wire.MongoDatabaseHandler;
import de.bwaldvogel.mongo.wire.MongoExceptionHandler;
import de.bwaldvogel.mongo.wire.MongoWireReplyEncoder;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/// Listens for drivers. The library's own server does the same, with its slower codec.
final class WireServer implements AutoCloseable {

  private static final int WORKERS = 4;
  private static final int WAITING_CONNECTIONS = 100;
  private static final int PATIENCE_SECONDS = 5;

  private final MongoBackend backend;
  private final EventLoopGroup workers =
      new MultiThreadIoEventLoopGroup(
          WORKERS, new MongoThreadFactory("mongo-worker-"), NioIoHandler.newFactory());
  private final ChannelGroup clients = new DefaultChannelGroup(workers.next());
  private final Channel listener;

  WireServer(MongoBackend backend, InetSocketAddress address) {
    this.backend = backend;
    try {
      this.listener =
          new ServerBootstrap()
              .group(workers)
              .channel(NioServerSocketChannel.class)
              .option(ChannelOption.SO_BACKLOG, WAITING_CONNECTIONS)
              .childOption(ChannelOption.TCP_NODELAY, true)
              .childHandler(
                  new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel client) {
                      client
                          .pipeline()
                          .addLast(
                              new MongoWireReplyEncoder(),
                              new MessageWriter(),
                              new MessageReader(),
                              new MongoDatabaseHandler(backend, clients),
                              new MongoExceptionHandler());
                    }
                  })
              .bind(address)
              .syncUninterruptibly()
              .channel();
    } catch (RuntimeException e) {
      stop();
      throw e;
    }
  }

  int port() {
    return ((InetSocketAddress) listener.localAddress()).getPort();
  }

  @Override
  public void close() {
    if (workers.isShuttingDown()) {
      return;
    }
    var _ = listener.close().syncUninterruptibly();
    var _ = clients.close().syncUninterruptibly();
    stop();
  }

  private void stop() {
    var _ = workers.shutdownGracefully(0, PATIENCE_SECONDS, TimeUnit.SECONDS).syncUninterruptibly();
    backend.close();
  }
}
