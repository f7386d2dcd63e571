BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    & $PSScriptRoot/../Shared/New-SampleCluster.ps1 -Count 3 -VMName web01, web02, web03
    Add-LabHost VMM1 | Install-LabOperatingSystem -Edition WindowsServer2012R2Standard
    Join-LabDomain lab.local -ComputerName VMM1 -Restart
    Install-LabVMMServer VMM1 | Out-Null
    Add-LabVMHostCluster C1 | Out-Null
    $script:command = 'HyperVLab.Commands'
}

AfterAll { Remove-Lab Lab }

Describe 'The configuration of dynamic optimization' {
    It 'is that of the group above until it is set' {
        New-LabVMHostGroup 'Rack 1' | Out-Null
        $rack = Get-LabDynamicOptimizationConfiguration -VMHostGroup 'Rack 1'
        $rack.Inherit, $rack.AutomaticMode, $rack.Aggressiveness, $rack.FrequencyMinutes |
            Should -Be $true, $false, 3, 10
        $rack.CPUStartOptimizationLevel, $rack.MemoryStartOptimizationLevel | Should -Be 30, 512
        $rack | Set-LabDynamicOptimizationConfiguration -Aggressiveness 5 -FrequencyMinutes 20
        $rack.Inherit, $rack.Aggressiveness, $rack.FrequencyMinutes | Should -Be $false, 5, 20
        $rack | Set-LabDynamicOptimizationConfiguration -AutomaticMode
        $rack.AutomaticMode | Should -BeTrue
        $rack | Set-LabDynamicOptimizationConfiguration -ManualMode
        $rack.AutomaticMode | Should -BeFalse
        $rack | Set-LabDynamicOptimizationConfiguration -Inherit $true
        $rack.Inherit, $rack.Aggressiveness | Should -Be $true, 3
        ($rack | Out-String) | Should -Match 'All Hosts\\Rack 1 +True +False +3 +10 +30 +512'
    }

    It 'refuses what is not possible' {
        { Set-LabDynamicOptimizationConfiguration 'All Hosts' -Aggressiveness 9 -ErrorAction Stop } |
            Should -Throw '*Aggressiveness is 1 to 5*' -ErrorId "InvalidParameter,$command*"
        { Start-LabDynamicOptimization 'Rack 1' -ErrorAction Stop } | Should -Throw '*no managed cluster*'
    }
}

Describe 'Dynamic optimization' {
    It 'leaves hosts alone that are not hot' {
        Get-LabDynamicOptimization 'All Hosts' | Should -BeNullOrEmpty
        Start-LabDynamicOptimization 'All Hosts'
        (Get-LabVM web*).ComputerName | Select-Object -Unique | Should -Be NODE1
    }

    It 'proposes moves from a hot host, with reasons' {
        Set-LabDynamicOptimizationConfiguration 'All Hosts' -CPUStartOptimizationLevel 80 -Aggressiveness 5
        Get-LabVM web* | ForEach-Object { Set-LabVMWorkload $_.Name -ProcessorPercent 100 }
        $moves = Get-LabDynamicOptimization -VMHostCluster C1
        $moves.SourceHost | Select-Object -Unique | Should -Be NODE1
        $moves[0].Reason | Should -BeLike 'NODE1 has * % of its processors free and should have 80; NODE* has 100 %*'
        $moves[0].ImbalanceAfter | Should -BeLessThan $moves[0].ImbalanceBefore
        ($moves | Out-String) | Should -Match 'NODE1 -> NODE\d'
        Start-LabDynamicOptimization -VMHostCluster C1 -WhatIf
        (Get-LabVM web*).ComputerName | Select-Object -Unique | Should -Be NODE1
    }

    It 'makes them by live migration, a step of the job each' {
        $moves = Get-LabDynamicOptimization 'All Hosts'
        Start-LabDynamicOptimization 'All Hosts' -JobVariable job
        $job.State | Should -Be Completed
        ($job.Steps | Where-Object Depth -EQ 1).Name | Should -BeLike "Migrate 'web0?' from NODE1 to NODE?. NODE1 has*"
        foreach ($move in $moves) { (Get-LabVM $move.VMName).ComputerName | Should -Be $move.DestinationHost }
        (Get-LabVM web*).State | Select-Object -Unique | Should -Be Running
    }

    It 'starts by itself where it is automatic' {
        Get-LabVM web* | ForEach-Object { Move-LabVM $_.Name NODE1 -Live -ErrorAction Ignore }
        (Get-LabVM web*).ComputerName | Select-Object -Unique | Should -Be NODE1
        Set-LabDynamicOptimizationConfiguration 'All Hosts' -AutomaticMode
        Step-LabClock 1800
        (Get-LabVM web*).ComputerName | Select-Object -Unique | Should -Not -Be NODE1
    }
}
