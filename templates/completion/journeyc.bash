# Completion of journeyc for bash, written by `journeyc completion bash`.

_journeyc() {
  # Bash splits `--format=json` into three words.
  local -a words=()
  local word last
  for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
    last=$((${#words[@]} - 1))
    if [[ $last -ge 0 && ($word == "=" || ${words[$last]} == --*=) ]]; then
      words[$last]+=${word//\\/}
    else
      words+=("${word//\\/}")
    fi
  done
  local current=${COMP_WORDS[COMP_CWORD]}
  [[ $current == "=" ]] && current=""
  COMPREPLY=()
  local value description paths=:none
  while IFS=$'\t' read -r value description; do
    case $value in
      :*) paths=$value ;;
      *) COMPREPLY+=("$(printf %q "$value")") ;;
    esac
  done < <(@command@ complete -- "${words[@]}" 2>/dev/null)
  if [[ $paths == :folders ]]; then
    compopt -o filenames 2>/dev/null
    while IFS= read -r value; do COMPREPLY+=("$value"); done < <(compgen -d -- "$current")
  elif [[ $paths == :none ]]; then
    compopt +o default 2>/dev/null
  fi
}

# Without candidates, bash offers files.
complete -o default -F _journeyc journeyc
