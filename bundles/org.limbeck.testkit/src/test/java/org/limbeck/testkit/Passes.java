package org.limbeck.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says that an implementation passes every test of its contract. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Passes {

  /** The tests that are skipped. */
  String[] skipping() default {};
}
