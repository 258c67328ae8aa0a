"""Records of many documents become one chronology: merged, corroborated, in conflict."""
