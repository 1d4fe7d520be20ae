-- Revision 2: resources whose versions contradict each other, without walking the whole table.
CREATE INDEX current_apart ON current (slot) WHERE flags & 2;
