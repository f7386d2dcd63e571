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

Describe 'PRO tips' {
    It 'are made where hosts are monitored' {
        $monitor = Get-LabPROMonitorConfiguration -VMHostGroup 'All Hosts'
        $monitor.MonitoringEnabled, $monitor.AutomaticMode, $monitor.Inherit | Should -Be $false, $false, $false
        $monitor | Set-LabPROMonitorConfiguration -MonitoringEnabled $true -AutomaticMode $false | Out-Null
        $monitor.MonitoringEnabled | Should -Be $true
        ($monitor | Out-String) | Should -Match 'All Hosts +False +True +False'
        Get-LabPROTip | Should -BeNullOrEmpty
    }

    It 'say what to do about a hot host, and do it' {
        Set-LabDynamicOptimizationConfiguration 'All Hosts' -CPUStartOptimizationLevel 70 -Aggressiveness 5
        Set-LabVMWorkload web01, web02, web03 -ProcessorPercent 100
        Step-LabClock -Seconds 1800
        $tip = Get-LabPROTip -VMHost NODE1
        $tip.TipStatus, $tip.VMHostCluster | Should -Be Active, C1
        $tip.Explanation[0] | Should -BeLike "Migrate 'web0?' from NODE1 to NODE?. NODE1 has *"
        (Get-LabPROTip -PROTipID $tip.ID).VMHost | Should -Be NODE1
        (Get-LabPROTip -VMHostCluster C1 | Out-String -Width 80) | Should -Match "$($tip.ID) +Active +NODE1"
        ($tip | Invoke-LabPROTip -JobVariable job).TipStatus | Should -Be Resolved
        @($job.Steps.Name -like 'Migrate*').Count | Should -BeGreaterThan 0
        { $tip | Clear-LabPROTip -ErrorAction Stop } | Should -Throw "*is Resolved: nothing is left to do*"
        { Invoke-LabPROTip ([guid]::Empty) -ErrorAction Stop } | Should -Throw 'VMM cannot find the PRO tip *'
    }
}
