/// Who somebody is: accounts, sessions and the tokens that every service believes.
@NullMarked
package io.emporium.auth;

import org.jspecify.annotations.NullMarked;
