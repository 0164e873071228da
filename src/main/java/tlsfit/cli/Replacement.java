package tlsfit.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import tlsfit.result.FitResultFile;
import tlsfit.result.InputFile;
import tlsfit.result.UnreadableResultException;

/**
 * A result that would take the place of another one. That of the same readings is replaced without
 * a word, that of another sample file which shares a table and that of files with the same names
 * with a warning, and any other only by {@code --force}: two samples of one name must not pass for
 * one.
 */
final class Replacement {
  private static final Logger LOGGER = LogManager.getLogger(Replacement.class);

  private Replacement() {}

  /**
   * Whether a result may be written; tells where not.
   *
   * @param sample what messages name
   * @param target the file of the result
   * @param inputs what it is made from
   */
  static boolean isAllowed(Path sample, Path target, List<InputFile> inputs) {
    if (!Files.exists(target)) {
      return true;
    }
    List<InputFile> before;
    try {
      before = FitResultFile.inputs(target);
    } catch (UnreadableResultException e) {
      LOGGER.error("{}: {} is there and is no result; --force replaces it", sample, target);
      return false;
    }
    if (meet(before.stream().map(InputFile::sha256), inputs.stream().map(InputFile::sha256))) {
      if (!first(before).equals(first(inputs)) && !hashes(before).equals(hashes(inputs))) {
        LOGGER.warn(
            "{}: {} was made from other files too, by {}; it is replaced",
            sample,
            target,
            first(before));
      }
      return true;
    }
    String made = before.stream().map(InputFile::file).limit(3).collect(Collectors.joining(", "));
    if (meet(before.stream().map(Replacement::name), inputs.stream().map(Replacement::name))) {
      LOGGER.warn(
          "{}: {} was made from {} with other contents; it is replaced", sample, target, made);
      return true;
    }
    LOGGER.error(
        "{}: {} is the result of another sample of this name, made from {}; give one of them"
            + " another name or another -o, or replace it by --force",
        sample,
        target,
        made.isEmpty() ? "files that it does not tell" : made);
    return false;
  }

  // the sample file, where there is one
  private static String first(List<InputFile> inputs) {
    return inputs.isEmpty() ? "" : name(inputs.get(0));
  }

  private static Set<String> hashes(List<InputFile> inputs) {
    return inputs.stream().map(InputFile::sha256).collect(Collectors.toSet());
  }

  private static String name(InputFile input) {
    return input.file().replaceAll(".*[/\\\\]", "");
  }

  private static boolean meet(Stream<String> some, Stream<String> others) {
    Set<String> first = some.collect(Collectors.toSet());
    Collection<String> second = others.toList();
    return !Collections.disjoint(first, second);
  }
}
