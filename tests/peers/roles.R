# Who brokers between which kinds, core and periphery, and the matching, on random programmes and on
# those that are shipped, against the R packages sna and igraph and against all cores that there are.
#
# Usage: Rscript roles.R REMIT ROOT

for (package in c("sna", "igraph")) {
    if (!requireNamespace(package, quietly = TRUE)) {
        cat("SKIPPED: there is no R package", package, "\n")
        quit()
    }
}
arguments <- commandArgs(trailingOnly = TRUE)
remit <- arguments[1]
root <- arguments[2]
random <- 300
compared <- 0

run <- function(...) {
    out <- system2(remit, c(shQuote(c(...)), "--lang", "en", "--quiet"), stdout = TRUE)
    if (!is.null(attr(out, "status"))) stop("remit fails: ", paste(...))
    paste(out, collapse = "\n")
}

rows <- function(...) read.csv(text = run(..., "--format", "csv"), colClasses = "character")

same <- function(what, mine, theirs) {
    compared <<- compared + 1
    mine <- suppressWarnings(as.numeric(mine))
    agree <- if (is.na(mine) || is.na(theirs)) is.na(mine) && is.na(theirs)
             else abs(mine - theirs) <= 1e-5 * max(1, abs(theirs))
    if (!agree) stop(what, ": remit says ", mine, ", the peer ", theirs)
}

says <- function(what, text, sentence) {
    compared <<- compared + 1
    if (!grepl(sentence, gsub("\\s+", " ", text), fixed = TRUE))
        stop(what, ": not said: ", sentence, "\n", text)
}

roles <- c(coordinator = "w_I", consultant = "w_O", gatekeeper = "b_OI", representative = "b_IO",
           liaison = "b_O", brokered = "t")

# ties: a matrix of 0 and 1 of the departments; kinds: "" where none is said.
check_roles <- function(path, ties, kinds) {
    found <- rows("structure", path, "--show", "roles")
    known <- which(kinds != "")
    same(paste(path, "rows"), nrow(found), length(known))
    if (length(known) < 3) return()
    peer <- sna::brokerage(ties[known, known], kinds[known])
    for (role in names(roles)) {
        for (i in seq_along(known)) {
            if (found$department[i] != rownames(ties)[known[i]]) stop(path, ": another order")
            same(paste(path, role, found$department[i]), found[i, role],
                 unname(peer$raw.nli[i, roles[role]]))
        }
    }
    i <- 1 + nchar(path) %% length(known)
    for (role in names(roles)) {
        text <- run("explain", role, path, "--of", found$department[i])
        same(paste(path, role, "expected"), sub(".*; ([^ ]*) expected of a random.*", "\\1", text),
             unname(peer$exp.nli[i, roles[role]]))
    }
}

# The errors of each set of departments as a core; at most 15 departments.
errors_of_all <- function(shares) {
    n <- nrow(shares)
    sets <- sapply(seq_len(n) - 1, function(bit) bitwAnd(bitwShiftR(seq_len(2^n) - 1, bit), 1))
    missing <- 1 - shares
    diag(missing) <- 0
    rowSums((sets %*% missing) * sets) / 2 + rowSums(((1 - sets) %*% shares) * (1 - sets)) / 2
}

# names: a matrix of 0 and 1, of measures and departments
check_core <- function(path, names) {
    shares <- (t(names) %*% names > 0) * 1
    diag(shares) <- 0
    n <- nrow(shares)
    pairs <- n * (n - 1) / 2
    whole <- rows("structure", path, "--show", "whole")
    value <- function(metric) whole$value[whole$metric == metric]
    found <- rows("structure", path, "--show", "core-periphery")
    text <- run("structure", path, "--show", "core-periphery")
    for (i in seq_len(n)) same(paste(path, "partners"), found$partners[i], sum(shares[i, ]))
    if (sum(shares) == 0) {
        same(paste(path, "core_fit"), value("core_fit"), NA)
    } else {
        core <- found$core == "1"
        both <- outer(core, core, "&")
        cells <- upper.tri(shares) & (both | outer(!core, !core, "&"))
        errors <- sum(shares[cells] != both[cells])
        same(paste(path, "core_size"), value("core_size"), sum(core))
        same(paste(path, "core_fit"), value("core_fit"), 1 - errors / pairs)
        says(path, text, sprintf("of %d pairs, %d ", pairs, errors))
        if (n <= 15) {
            all <- errors_of_all(shares)
            same(paste(path, "errors"), errors, min(all))
            same(paste(path, "unique"), !grepl("fits? as well", text), sum(all == errors) == 1)
        } else {  # Hammer and Simeone's splittance
            degrees <- sort(rowSums(shares), decreasing = TRUE)
            m <- max(which(degrees >= seq_len(n) - 1))
            same(paste(path, "errors"), errors,
                 (m * (m - 1) - sum(degrees[seq_len(m)]) + sum(degrees[-seq_len(m)])) / 2)
        }
        r <- suppressWarnings(cor(shares[cells], both[cells]))
        if (is.na(r)) same(paste(path, "no correlation"), grepl("correlation", text), FALSE)
        else says(path, text, sprintf("is %.3f, over the %d pairs", r, sum(cells)))
    }
    graph <- igraph::graph_from_incidence_matrix(names)
    same(paste(path, "matching"), value("matching"), igraph::max_bipartite_match(graph)$matching_size)
    c(core_size = value("core_size"), core_fit = value("core_fit"), matching = value("matching"))
}

random_programme <- function(seed, folder) {
    set.seed(seed)
    n <- sample(3:9, 1)
    ids <- paste0("d", seq_len(n))
    kinds <- sample(c("ministry", "bureau", "court", if (seed %% 3 == 0) ""), n, replace = TRUE)
    directed <- seed %% 2 == 1
    if (directed) {
        ties <- matrix(rbinom(n * n, 1, runif(1, 0.1, 0.7)), n, n)
        diag(ties) <- 0
        leads <- which(rowSums(ties) > 0)
        names <- t(sapply(leads, function(i) replace(ties[i, ], i, 1)))
        if (length(leads) == 0) return(NULL)
        said <- sapply(leads, function(i)
            sprintf("lead: %s, with: [%s]", ids[i], paste(ids[ties[i, ] == 1], collapse = ", ")))
    } else {
        names <- t(replicate(sample(2:8, 1), sample(c(rep(1, s <- sample(1:min(4, n), 1)), rep(0, n - s)))))
        said <- apply(names, 1, function(row)
            sprintf("departments: [%s]", paste(ids[row == 1], collapse = ", ")))
        ties <- (t(names) %*% names > 0) * 1
        diag(ties) <- 0
    }
    used <- colSums(names) > 0
    names <- names[, used, drop = FALSE]
    ties <- ties[used, used, drop = FALSE]
    dimnames(ties) <- list(ids[used], ids[used])
    path <- file.path(folder, sprintf("%d.yaml", seed))
    writeLines(c("remit: 1", "departments:",
                 sprintf("  - {id: %s, name: %s%s}", ids, ids,
                         ifelse(kinds == "", "", paste(", kind:", kinds))),
                 "notice: {id: n, title: N, issued: 2024-01-01}", "measures:",
                 sprintf("  - {number: %d, title: T, %s}", seq_along(said), said)), path)
    list(path = path, names = names, ties = ties, kinds = kinds[used])
}

# As GraphML has it, with the kinds that the table says.
shipped <- function(path, folder) {
    file <- file.path(folder, "shipped.graphml")
    run("export", path, "--format", "graphml", "-o", file)
    graph <- igraph::read_graph(file, "graphml")
    class <- igraph::V(graph)$class
    links <- igraph::as_adjacency_matrix(graph, sparse = FALSE)
    dimnames(links) <- list(igraph::V(graph)$id, igraph::V(graph)$id)
    names <- links[class == "measure", class == "department", drop = FALSE]
    colnames(names) <- sub("^department-", "", colnames(names))
    ties <- (t(names) %*% names > 0) * 1
    diag(ties) <- 0
    found <- rows("structure", path, "--show", "roles")
    kinds <- found$kind[match(colnames(names), found$department)]
    list(path = path, names = names, ties = ties, kinds = ifelse(is.na(kinds), "", kinds))
}

folder <- tempfile("roles")
dir.create(folder)
for (seed in seq_len(random)) {
    one <- random_programme(seed, folder)
    if (is.null(one)) next
    check_roles(one$path, one$ties, one$kinds)
    check_core(one$path, one$names)
}
for (name in c("data/2020-third-batch.yaml", "data", "examples/davis-southern-women.yaml",
               "examples/programmes/us-ai.yaml")) {
    one <- shipped(file.path(root, name), folder)
    check_roles(one$path, one$ties, one$kinds)
    figures <- check_core(one$path, one$names)
    cat(name, paste(names(figures), figures, collapse = ", "), "\n", sep = ": ")
}
unlink(folder, recursive = TRUE)
cat(compared, "figures are equal\n")
