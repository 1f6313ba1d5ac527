# Completion of journeyc for PowerShell, written by `journeyc completion powershell`.

Register-ArgumentCompleter -Native -CommandName journeyc -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -le $cursorPosition } | ForEach-Object { "$_".Trim('"', "'") })
    # Older versions of PowerShell do not pass empty arguments on.
    if ($wordToComplete -eq '') { $words += '""' }
    $lines = @(@command@ complete -- @words 2>$null)
    $option = if ($wordToComplete -match '^--[^=]+=') { $Matches[0] } else { '' }
    foreach ($line in $lines) {
        if ($line.StartsWith(':')) { continue }
        $value, $description = $line -split "`t", 2
        $text = if ($value -match '\s') { "'$value'" } else { $value }
        if (-not $description) { $description = $value }
        [System.Management.Automation.CompletionResult]::new($option + $text, $value, 'ParameterValue', $description)
    }
}
