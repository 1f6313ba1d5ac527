#compdef journeyc
# Completion of journeyc for zsh, written by `journeyc completion zsh`.

_journeyc() {
  local -a lines candidates
  lines=("${(@f)$(@command@ complete -- "${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
  # The value of `--format=json` is completed by itself.
  compset -P '--*='
  local line value
  for line in "${(@)lines[1,-2]}"; do
    value=${line%%$'\t'*}
    candidates+=("${value//:/\\:}${${line#$value}/$'\t'/:}")
  done
  ((${#candidates})) && _describe -V journeyc candidates
  case $lines[-1] in
    :files) _files ;;
    :folders) _files -/ ;;
  esac
}

compdef _journeyc journeyc
