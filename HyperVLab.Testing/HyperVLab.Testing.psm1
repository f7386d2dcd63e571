# HyperVLab itself: what is loaded, or what stands beside, or what is installed. The names that a user sees may have a
# prefix; in here they have none.
$beside = "$PSScriptRoot/../HyperVLab.psd1"
$lab = (Get-Module HyperVLab)?.Path ?? ((Test-Path $beside) ? $beside : 'HyperVLab')
if (-not (Get-Module HyperVLab)) {
    Import-Module $lab -Global
}

Import-Module $lab

foreach ($part in 'Standing', 'Availability', 'Operators', 'Cluster', 'Outage', 'Runbook') {
    . "$PSScriptRoot/$part.ps1"
}

# Pester is wanted by the operators only; a session without it still has the functions.
if (-not (Get-Module Pester) -and (Get-Module Pester -ListAvailable | Where-Object Version -GE 5.0.0)) {
    Import-Module Pester -MinimumVersion 5.0.0 -Global
}

if (Get-Module Pester | Where-Object Version -GE 5.0.0) {
    $operators = @{
        BeHighlyAvailable = 'Assert-LabHighlyAvailable'
        BeOnline          = 'Assert-LabOnline'
        HaveAccess        = 'Assert-LabAccess'
        HaveQuorum        = 'Assert-LabQuorum'
        LastAtMost        = 'Assert-LabOutage'
    }
    foreach ($name in $operators.Keys | Sort-Object) {
        $test = (Get-Item "function:$($operators[$name])").ScriptBlock
        Add-ShouldOperator -Name $name -InternalName $operators[$name] -Test $test
    }
}
