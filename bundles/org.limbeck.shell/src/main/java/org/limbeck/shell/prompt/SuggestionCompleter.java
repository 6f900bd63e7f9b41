package org.limbeck.shell.prompt;

import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Completes the word at the cursor; a blank follows it, unless a value does. */
final class SuggestionCompleter implements Completer {
  private final Suggestions suggestions;

  SuggestionCompleter(Suggestions suggestions) {
    this.suggestions = suggestions;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    String begun = line.word().substring(0, line.wordCursor());
    for (String text : suggestions.after(line.words().subList(0, line.wordIndex()), begun)) {
      boolean complete = !text.endsWith("=");
      candidates.add(new Candidate(text, text, null, null, null, null, complete));
    }
  }
}
