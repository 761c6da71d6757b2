Register-ArgumentCompleter -Native -CommandName onelog -ScriptBlock {
    param($word, $line, $position)
    $env:_ONELOG_COMPLETE = 'complete_powershell'
    $env:_TYPER_COMPLETE_ARGS = "$line"
    $env:_TYPER_COMPLETE_WORD_TO_COMPLETE = $word
    try {
        onelog 2>$null | ForEach-Object {
            $offer, $says = $_ -split ':::', 2
            $quoted = if ($offer -match '[\s''"`$;&|(){}]') { "'" + $offer.Replace("'", "''") + "'" } else { $offer }
            $hint = if ($says) { $says } else { $offer }
            [System.Management.Automation.CompletionResult]::new($quoted, $offer, 'ParameterValue', $hint)
        }
    } finally {
        Remove-Item env:_ONELOG_COMPLETE, env:_TYPER_COMPLETE_ARGS, env:_TYPER_COMPLETE_WORD_TO_COMPLETE
    }
}
