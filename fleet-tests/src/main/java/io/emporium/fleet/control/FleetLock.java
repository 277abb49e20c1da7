package io.emporium.fleet.control;

import io.emporium.fleet.FleetProblem;
import io.emporium.fleet.roster.FleetPaths;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/// Two commands never change one clone's fleet at the same time. The system frees the lock when the
/// command ends, however it ends.
final class FleetLock implements AutoCloseable {
  private final FileChannel channel;
  private final FileLock lock;

  private FleetLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  static FleetLock take(FleetPaths paths) throws IOException {
    var file = paths.state().resolve("lock");
    Files.createDirectories(paths.state());
    var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    var lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw new FleetProblem("another ./fleet command is changing this fleet; wait for it to end");
    }
    return new FleetLock(channel, lock);
  }

  @Override
  public void close() throws IOException {
    lock.release();
    channel.close();
  }
}
