"""What a data protection officer sends to the regulator: the parts of a bundle, made from one map."""
