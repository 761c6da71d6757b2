function _onelog_completion
    set -l words (commandline -opc)
    set -l last (commandline -ct)
    set -l offers (_ONELOG_COMPLETE=offer_fish command onelog $words[2..-1] "$last" 2>/dev/null)
    if test $status -eq 10
        __fish_complete_path (commandline -ct)
    else
        string join -- \n $offers
    end
end

complete --command onelog --no-files --arguments "(_onelog_completion)"
