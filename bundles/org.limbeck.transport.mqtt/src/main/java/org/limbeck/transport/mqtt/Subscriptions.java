package org.limbeck.transport.mqtt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Who of this process follows whom: a sender has one subscription, however many follow it. Safe for
 * use by several threads.
 *
 * @param <F> what follows
 */
final class Subscriptions<F> {
  private final Function<Collection<String>, CompletableFuture<?>> subscribe;
  private final Consumer<Collection<String>> unsubscribe;
  private final Map<String, Followed> followed = new HashMap<>();

  private final class Followed {
    final Set<F> followers = new HashSet<>();
    CompletableFuture<?> granted;
  }

  Subscriptions(
      Function<Collection<String>, CompletableFuture<?>> subscribe,
      Consumer<Collection<String>> unsubscribe) {
    this.subscribe = subscribe;
    this.unsubscribe = unsubscribe;
  }

  /** Lets one follow some senders, and no others; completes when all subscriptions are granted. */
  synchronized CompletableFuture<?> follow(F follower, Collection<String> senders) {
    Set<String> wanted = new HashSet<>(senders);
    List<String> added = new ArrayList<>();
    for (String sender : wanted) {
      Followed entry = followed.get(sender);
      if (entry == null) {
        entry = new Followed();
        followed.put(sender, entry);
        added.add(sender);
      }
      entry.followers.add(follower);
    }
    List<String> removed = new ArrayList<>();
    followed.forEach(
        (sender, entry) -> {
          if (!wanted.contains(sender)
              && entry.followers.remove(follower)
              && entry.followers.isEmpty()) {
            removed.add(sender);
          }
        });
    removed.forEach(followed::remove);
    CompletableFuture<?> granted = subscribe.apply(added);
    added.forEach(sender -> followed.get(sender).granted = granted);
    unsubscribe.accept(removed);
    return CompletableFuture.allOf(
        wanted.stream().map(s -> followed.get(s).granted).toArray(CompletableFuture[]::new));
  }

  /** Returns those that follow a sender now. */
  synchronized List<F> followers(String sender) {
    Followed entry = followed.get(sender);
    return entry == null ? List.of() : List.copyOf(entry.followers);
  }
}
