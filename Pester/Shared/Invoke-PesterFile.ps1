<#
.SYNOPSIS
    Runs the Pester files of a list one after another in this process, and writes each one's outcome to a file.
#>
[CmdletBinding()]
param(
    # A file of lines "<test file>|<result file>".
    [Parameter(Mandatory)]
    [string] $List,

    # Pester's name, or the path of its manifest.
    [string] $Pester = 'Pester'
)

Import-Module $Pester -MinimumVersion 5.0.0
foreach ($line in Get-Content -LiteralPath $List) {
    $file, $result = $line -split '\|'
    $configuration = New-PesterConfiguration -Hashtable @{
        Run    = @{ Path = $file; PassThru = $true }
        Output = @{ Verbosity = 'Detailed'; RenderMode = 'Plaintext' }
    }
    $run = $null
    $text = & { Invoke-Pester -Configuration $configuration } *>&1 | ForEach-Object {
        if ($_ -is [Pester.Run]) { $script:run = $_ } else { "$_" }
    }
    $outcome = if ($run.Result -ne 'Passed') { 'Failed' }
    elseif ($run.PassedCount -gt 0) { 'Passed' }
    elseif ($run.SkippedCount -gt 0) { 'Skipped' }
    else { 'Failed' }
    [System.IO.File]::WriteAllText($result, "$outcome`n$($text -join "`n")")
    Get-Module HyperVLab | ForEach-Object { Get-Lab -WarningAction Ignore | Remove-Lab -Confirm:$false }
}
