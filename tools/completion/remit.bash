# Completion of remit for bash. The program itself says what may follow.
_remit() {
    # Bash takes apart what has '=' or ':' in it, which remit has in one word.
    local words=() word before='' last=''
    for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
        if [ ${#words[@]} -gt 0 ] && [[ $word == [=:]* || $last == *[=:] ]]; then
            before=${words[-1]}
            words[-1]+=$word
        else
            before=''
            words+=("$word")
        fi
        last=$word
    done
    [[ $last == [=:]* ]] && before+=$last && last=''

    local line value
    COMPREPLY=()
    while IFS= read -r line; do
        if [ "$line" = ':files' ]; then
            compopt -o filenames 2>/dev/null
            mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -f -- "$last")
            continue
        fi
        value=${line%%$'\t'*}
        value=${value#"$before"}
        [[ $value == *[[:space:]\(\)\&\|\;\<\>\'\"\$\\]* ]] && printf -v value %q "$value"
        [[ $value == *= ]] && compopt -o nospace 2>/dev/null
        COMPREPLY+=("$value")
    done < <("${COMP_WORDS[0]}" __complete "${words[@]}" 2>/dev/null)
}
complete -F _remit remit
