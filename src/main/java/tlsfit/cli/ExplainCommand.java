package tlsfit.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tlsfit.explain.FindingGuide;
import tlsfit.explain.Remedy;
import tlsfit.explain.Setting;
import tlsfit.result.FindingCode;

/** {@code tlsfit explain}: what a finding means, why it matters and what to do. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Explains a finding of a report: what it means, why it matters, what to do.",
      "Without CODE lists all codes."
    })
final class ExplainCommand extends Subcommand {
  private static final int WIDTH = 80;

  @Parameters(
      paramLabel = "CODE",
      arity = "0..1",
      description = "Code of a finding, such as runs or shiftSeen.")
  private @Nullable String code;

  /** A remedy that is a setting, for machines. */
  record Option(String remedy, String option, String method) {
    static Option of(Remedy remedy, Setting setting) {
      return new Option(remedy.words(), SettingOptions.option(setting), setting.api());
    }
  }

  /** A finding for machines. */
  record Entry(
      String code,
      String title,
      String meaning,
      String reason,
      String advice,
      List<Option> settings) {
    static Entry of(FindingGuide guide) {
      return new Entry(
          guide.code().key(),
          guide.title(),
          guide.meaning(),
          guide.reason(),
          guide.advice(),
          guide.settings().stream()
              .flatMap(remedy -> remedy.setting().map(set -> Option.of(remedy, set)).stream())
              .toList());
    }
  }

  @Override
  public Integer call() {
    if (code == null) {
      List<FindingGuide> all = Arrays.stream(FindingCode.values()).map(FindingGuide::of).toList();
      print(json() ? Json.of(all.stream().map(Entry::of).toList()) : table(all));
    } else {
      FindingGuide guide = guide(code);
      print(json() ? Json.of(Entry.of(guide)) : text(guide));
    }
    return ExitStatus.OK;
  }

  private FindingGuide guide(String name) {
    return FindingCode.find(name)
        .map(FindingGuide::of)
        .orElseThrow(
            () ->
                wrong(
                    "there is no finding "
                        + name
                        + "; the nearest are "
                        + String.join(", ", NearestNames.of(name, codes()))));
  }

  private static List<String> codes() {
    return Arrays.stream(FindingCode.values()).map(FindingCode::key).toList();
  }

  private static String table(List<FindingGuide> guides) {
    int widest = codes().stream().mapToInt(String::length).max().orElse(0);
    return guides.stream()
        .map(
            guide -> {
              String name = guide.code().key();
              return name + " ".repeat(widest + 2 - name.length()) + guide.title() + "\n";
            })
        .collect(Collectors.joining());
  }

  private static String text(FindingGuide guide) {
    StringBuilder text = new StringBuilder();
    text.append(guide.code().key()).append(": ").append(guide.title()).append("\n\n");
    text.append("What it means\n").append(wrapped(guide.meaning())).append('\n');
    text.append("Why it matters\n").append(wrapped(guide.reason())).append('\n');
    text.append("What to do\n").append(wrapped(guide.advice()));
    List<Remedy> settings = guide.settings();
    if (!settings.isEmpty()) {
      text.append("\nOptions of tlsfit fit\n");
      settings.forEach(
          remedy ->
              text.append(
                  wrapped(
                      remedy.setting().map(SettingOptions::option).orElse("")
                          + ": "
                          + remedy.words())));
    }
    return text.toString();
  }

  /** A paragraph in indented lines, broken between words. */
  private static String wrapped(String paragraph) {
    StringBuilder text = new StringBuilder();
    StringBuilder line = new StringBuilder(" ");
    for (String word : paragraph.split(" ", -1)) {
      if (line.length() + 1 + word.length() > WIDTH) {
        text.append(line).append('\n');
        line = new StringBuilder(" ");
      }
      line.append(' ').append(word);
    }
    return text.append(line).append('\n').toString();
  }
}
