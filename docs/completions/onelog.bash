_onelog_completion() {
    local out line
    COMPREPLY=()
    out=$(_ONELOG_COMPLETE=offer_bash "$1" "${COMP_LINE:0:COMP_POINT}" "$2" "${COLUMNS:-80}" 2>/dev/null)
    if [ $? -eq 10 ]; then
        compopt -o default 2>/dev/null
        return
    fi
    while IFS= read -r line; do
        [ -n "$line" ] && COMPREPLY+=("$line")
    done <<< "$out"
}

complete -o nosort -F _onelog_completion onelog
