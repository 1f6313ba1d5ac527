# Completion of journeyc for fish, written by `journeyc completion fish`.

function __journeyc_complete
    set -l current (commandline --current-token)
    set -l words (commandline --tokenize --cut-at-cursor --current-process)
    set -l lines (@command@ complete -- $words[2..] (string unescape -- $current) 2>/dev/null)
    # Fish replaces the whole of `--format=json`.
    set -l option (string match --regex -- '^--[^=]+=' $current)
    for line in $lines
        string match --quiet -- ':*' $line; or echo "$option$line"
    end
    switch $lines[-1]
        case :files
            __fish_complete_path $current
        case :folders
            __fish_complete_directories $current
    end
end

complete --command journeyc --no-files --arguments '(__journeyc_complete)'
