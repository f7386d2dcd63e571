. $PSScriptRoot/../StandIn.ps1
